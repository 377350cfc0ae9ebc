"""Whose each quotation is.

Order inside: ``resolution``.
"""
