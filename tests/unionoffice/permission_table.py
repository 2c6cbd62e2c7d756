"""Who may open which page of no area, as tests/test_permissions.py reads it."""

TABLE = """
                              ch se tr ca au we sp wo or pu pr pa vi de gr dg st op stranger
search                        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
help                          o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
health                        o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o
account_login                 d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  d  o
account_logout                o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
account_change_password       o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  s
"""

RECORDS = {}
