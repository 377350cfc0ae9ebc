"""Text as printed, before anything is known of French.

Order inside: ``faults``, ``escapes`` (control characters, computed cells), ``json_text``, ``atomic`` (files written
whole), ``schema`` (kinds and columns), ``translation`` (labels in the reader's language), ``normal_form`` (the text as
it is read), ``frames`` (rows → tables), ``typography`` (words), ``marks`` (quotation marks in pairs).
"""
