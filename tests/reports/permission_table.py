"""Who may open which page of the desk and of reports, as tests/test_permissions.py reads it."""

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
reports:desk                  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
reports:calendar              o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
reports:summary               o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
reports:summary-file          o  o  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  s
"""

RECORDS = {
    "reports:summary-file": lambda: {"file_format": "docx"},
}
