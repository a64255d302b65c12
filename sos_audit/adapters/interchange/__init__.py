"""Between the interchange form `sos_audit.casefile.v1` and the common model, both ways."""

from sos_audit.adapters.interchange.case_file import case_file_from_v1, case_file_to_v1
from sos_audit.adapters.interchange.document import document_from_v1, document_to_v1
from sos_audit.adapters.interchange.header import header_from_v1, header_to_v1

__all__ = [
    "case_file_from_v1",
    "case_file_to_v1",
    "document_from_v1",
    "document_to_v1",
    "header_from_v1",
    "header_to_v1",
]
