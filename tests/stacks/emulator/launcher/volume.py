from api_call import call_ec2
from resource_type import differ_only_in, is_unknown, register, tag_specification

TYPE = "AWS::EC2::Volume"


def is_needed():
    return is_unknown(TYPE)


def install():
    register(TYPE, create, delete, update, snapshot)


def create(properties, logical_id, stack_name):
    answer = call_ec2(
        "CreateVolume",
        AvailabilityZone=properties["AvailabilityZone"],
        Size=int(properties["Size"]),
        VolumeType=properties.get("VolumeType"),
        Encrypted=str(properties.get("Encrypted", False)).lower() == "true",
        KmsKeyId=properties.get("KmsKeyId"),
        TagSpecifications=tag_specification("volume", properties),
    )
    return answer["VolumeId"], {"VolumeId": answer["VolumeId"]}


def update(volume, old, new):
    if not differ_only_in(("Size", "VolumeType", "Iops", "Throughput", "Tags"), old, new):
        return False
    if old["Size"] != new["Size"]:
        call_ec2("ModifyVolume", VolumeId=volume, Size=int(new["Size"]))
    return True


def snapshot(volume, properties):
    tags = tag_specification("snapshot", properties)
    call_ec2("CreateSnapshot", VolumeId=volume, Description="made when its stack let go", TagSpecifications=tags)


def delete(volume, properties):
    call_ec2("DeleteVolume", VolumeId=volume)
