"""Sheets to print: what they say, how they are drawn, and what can be checked before anything is drawn."""
