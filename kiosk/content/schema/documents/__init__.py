"""What is made from the tables of fields: JSON Schemas, so that editors can help, and the page `docs/content.md`."""
