"""The content security policy of pages that are whole in themselves."""

from __future__ import annotations

import base64
import hashlib


def policy(style: str, script: str = "") -> str:
    """Nothing may be loaded, and nothing run but one script of ours, if there is any.

    It and the one stylesheet are known by their hashes (CSP Level 2, section 4.2.5), so what a text brings never runs.
    """
    allowed = [f"style-src '{source_hash(style)}'"] + ([f"script-src '{source_hash(script)}'"] if script else [])
    return f"default-src 'none'; {'; '.join(allowed)}; img-src data:; base-uri 'none'; form-action 'none'"


def source_hash(source: str) -> str:
    """How a policy names a script or style that may stand in the page itself."""
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
