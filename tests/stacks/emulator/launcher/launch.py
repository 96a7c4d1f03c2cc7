"""Starts the AWS emulator with what it lacks: python launch.py [--needed]

It ends with all it started when its input ends, so that it outlives nobody.
With --needed it starts nothing and prints, as JSON, whether each patch is still needed.
"""

import json
import os
import signal
import sys
import threading

import as_if_by_tls
import bucket_deletion
import bucket_properties
import debian_images
import elastic_ip
import flow_log
import instance
import instance_user_data
import lifecycle_policy
import metric_namespace
import nat_gateway
import nested_stack
import queue_address
import resource_of_request
import secret
import security_group_rule
import success_destination
import volume

PATCHES = (
    as_if_by_tls,
    bucket_deletion,
    bucket_properties,
    debian_images,
    elastic_ip,
    flow_log,
    instance,
    instance_user_data,
    lifecycle_policy,
    metric_namespace,
    nat_gateway,
    nested_stack,
    queue_address,
    resource_of_request,
    secret,
    security_group_rule,
    success_destination,
    volume,
)


def main():
    if "--needed" in sys.argv:
        print(json.dumps({patch.__name__: patch.is_needed() for patch in PATCHES}))
        return
    threading.Thread(target=end_with_our_starter, daemon=True).start()
    for patch in PATCHES:
        patch.install()
    from ministack.app import main as serve

    sys.argv = sys.argv[:1]
    serve()


def end_with_our_starter():
    sys.stdin.buffer.read()
    # The functions' processes too: whoever starts this gives it a process group of its own.
    os.killpg(os.getpgid(0), signal.SIGKILL)


main()
