"""How each rule of the book is carried, and which tests prove it: ``make rules``."""
