"""The emulator keeps the user data of an instance, and says of every instance that it has none."""

import inspect

from ministack.services import ec2

NONE = "<userData/>"


def is_needed():
    return f'"{NONE}"' in inspect.getsource(ec2._ACTION_MAP["DescribeInstanceAttribute"])


def install():
    describe = ec2._ACTION_MAP["DescribeInstanceAttribute"]

    def describe_with_user_data(parameters):
        status, headers, body = describe(parameters)
        instance = ec2._instances.get(ec2._p(parameters, "InstanceId")) or {}
        told = f"<userData><value>{instance.get('UserData', '')}</value></userData>"
        text = body.decode() if isinstance(body, bytes) else body
        return status, headers, text.replace(NONE, told).encode()

    ec2._ACTION_MAP["DescribeInstanceAttribute"] = describe_with_user_data
