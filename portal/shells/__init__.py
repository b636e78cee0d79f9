"""The site without the engine's work on every page: each shape is built by the engine once, then filled with values.

Every value of a page is inert, so the HTML of a block of Markdown depends on its skeleton alone (`portal.marks`), and
the theme around a page on the page's path and front matter. `blocks` cuts a page, `casting` has the engine build what
is new, `table` remembers it, `filling` joins strings. A page filled so is, byte for byte, the page that the engine
would have built.
"""
