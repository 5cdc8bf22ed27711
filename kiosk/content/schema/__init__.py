"""What files may contain: tables of fields, their checks; `documents` is made from them."""
