"""The catalogue as open data: for other agencies, journalists and programmes, with the source of every statement.

Format 1 is a promise: `CHANGELOG-DATA.md` tells what changes, the page of open data shows that text, and a test keeps
every published field.
"""
