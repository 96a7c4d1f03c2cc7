"""
Where the emulator enforces policies, it knows less exactly than AWS what two requests of hosts are about: of log
events only the group, though a policy names the group's streams, and of an attached volume the instance alone.
"""

import json

from ministack.core import iam_actions

LOG_ACTIONS = ("CreateLogStream", "PutLogEvents")
GROUP = "arn:aws:logs:eu-central-1:000000000000:log-group:group"


def is_needed():
    headers = {"x-amz-target": "Logs_20140328.PutLogEvents"}
    body = json.dumps({"logGroupName": "group", "logStreamName": "stream"}).encode()
    return iam_actions.extract_resource_arn("logs", "POST", "/", headers, body, {}, "eu-central-1", "0" * 12) == GROUP


def install():
    extract = iam_actions.extract_resource_arn

    def extract_as_aws(service, method, path, headers, body, query, region, account):
        found = extract(service, method, path, headers, body, query, region, account)
        if service == "logs" and headers.get("x-amz-target", "").endswith(LOG_ACTIONS):
            return f"{found}:log-stream:{json.loads(body)['logStreamName']}"
        if service == "ec2" and first(query, "Action") == "AttachVolume":
            return f"arn:aws:ec2:{region}:{account}:volume/{first(query, 'VolumeId')}"
        return found

    iam_actions.extract_resource_arn = extract_as_aws


def first(query, name):
    value = query.get(name, "")
    return value[0] if isinstance(value, list) else value
