"""What may stand in a file: tables of fields, their checks, and what is made from them."""
