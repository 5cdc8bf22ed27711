"""Commands that take the pages elsewhere: a web site, a leaflet."""
