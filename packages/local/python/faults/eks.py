"""A node group without remote access gets a made-up SSH key in moto.

Terraform sees a key that nobody asked for and replaces the group in each plan.
"""

import moto.eks.models


def mend():
    moto.eks.models.DEFAULT_REMOTE_ACCESS = None
