"""The content security policy of pages that are whole in themselves."""

from __future__ import annotations

import base64
import hashlib


def policy(style: str, script: str | None = None) -> str:
    """Nothing may be loaded or run; stylesheet and script are known by their hashes (CSP Level 2, section 4.2.5)."""
    runs = f"script-src {_digest(script)}; " if script is not None else ""
    return f"default-src 'none'; {runs}style-src {_digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
