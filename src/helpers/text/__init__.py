"""Text as printed, before anything is known of French.

Order inside: ``faults``, ``atomic`` (files written whole), ``schema`` (kinds and columns), ``frames`` (rows → tables),
``typography`` (words), ``marks`` (quotation marks in pairs).
"""
