import base64

from api_call import call_ec2
from boot_signal import signal_when_awaited
from ministack.services import ec2
from resource_type import is_unknown, register, tag_specification

TYPE = "AWS::EC2::Instance"


def is_needed():
    return is_unknown(TYPE)


def install():
    register(TYPE, run, terminate)


def run(properties, logical_id, stack_name):
    """Records the instance; nothing boots. What a launch template says is taken from there, as EC2 does."""
    wanted = {**launch_template_data(properties.get("LaunchTemplate")), **properties}
    profile = wanted.get("IamInstanceProfile")
    interface = (wanted.get("NetworkInterfaces") or [{}])[0]
    answer = call_ec2(
        "RunInstances",
        MinCount=1,
        MaxCount=1,
        ImageId=wanted["ImageId"],
        InstanceType=wanted["InstanceType"],
        KeyName=wanted.get("KeyName"),
        SubnetId=wanted.get("SubnetId") or interface.get("SubnetId"),
        SecurityGroupIds=wanted.get("SecurityGroupIds") or interface.get("GroupSet") or interface.get("Groups"),
        IamInstanceProfile=profile if isinstance(profile, dict) else profile and {"Name": profile},
        UserData=wanted.get("UserData"),
        TagSpecifications=tag_specification("instance", properties, *template_tags(wanted)),
    )
    made = answer["Instances"][0]
    signal_when_awaited(base64.b64decode(wanted.get("UserData", "")).decode(), made["InstanceId"])
    attributes = {
        "InstanceId": made["InstanceId"],
        "AvailabilityZone": made["Placement"]["AvailabilityZone"],
        "PrivateIp": made["PrivateIpAddress"],
        "PublicIp": made["PublicIpAddress"],
        "PrivateDnsName": made["PrivateDnsName"],
        "PublicDnsName": made["PublicDnsName"],
    }
    return made["InstanceId"], attributes


def terminate(instance, properties):
    call_ec2("TerminateInstances", InstanceIds=[instance])


def launch_template_data(reference):
    if not reference:
        return {}
    template = ec2._launch_templates[reference["LaunchTemplateId"]]
    wanted = int(reference["Version"])
    return next(each for each in template["Versions"] if each["VersionNumber"] == wanted)["LaunchTemplateData"]


def template_tags(data):
    return [
        tag for each in data.get("TagSpecifications", []) if each["ResourceType"] == "instance" for tag in each["Tags"]
    ]
