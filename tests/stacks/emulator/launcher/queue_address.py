"""
A queue is at an address of AWS's, as it would be there: hosts and SDKs send their requests to the address that a
queue has, and the emulator's own is 127.0.0.1, which is nobody on a host. The emulator finds a queue by any address.
"""

import inspect

from ministack.services import sqs


def is_needed():
    return "DEFAULT_HOST" in inspect.getsource(sqs._queue_url_for_account)


def install():
    sqs._queue_url_for_account = lambda account, name: f"https://sqs.{sqs.get_region()}.amazonaws.com/{account}/{name}"
