@echo off
rem Klik dua kali: menyiapkan semuanya, lalu membuka pratinjau portal di peramban.
cd /d "%~dp0"
py -3 run.py serve --open
pause
