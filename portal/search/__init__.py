"""Search: the words of the portal made ready at build time, so that the browser only looks up and adds."""
