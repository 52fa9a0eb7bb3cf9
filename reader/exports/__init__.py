"""Kept quotations in the forms other programs and other people read: one module a form, pure but for one."""
