"""What files may contain: tables of fields, their checks, and the documents made from them."""
