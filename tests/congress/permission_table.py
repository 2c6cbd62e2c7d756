"""Who may open which page of the staff congress, as tests/test_permissions.py reads it."""

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
"""

RECORDS = {}
