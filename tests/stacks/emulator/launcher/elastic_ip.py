from api_call import call_ec2
from resource_type import is_unknown, register, tag_specification

ADDRESS = "AWS::EC2::EIP"
ASSOCIATION = "AWS::EC2::EIPAssociation"

_allocations = {}


def is_needed():
    return is_unknown(ADDRESS) and is_unknown(ASSOCIATION)


def install():
    register(ADDRESS, allocate, release)
    register(ASSOCIATION, associate, disassociate)


def allocate(properties, logical_id, stack_name):
    tags = tag_specification("elastic-ip", properties)
    answer = call_ec2("AllocateAddress", Domain=properties.get("Domain"), TagSpecifications=tags)
    address, allocation = answer["PublicIp"], answer["AllocationId"]
    _allocations[address] = allocation
    if "InstanceId" in properties:
        call_ec2("AssociateAddress", AllocationId=allocation, InstanceId=properties["InstanceId"])
    return address, {"PublicIp": address, "AllocationId": allocation}


def release(address, properties):
    call_ec2("ReleaseAddress", AllocationId=_allocations.pop(address))


def associate(properties, logical_id, stack_name):
    answer = call_ec2(
        "AssociateAddress", AllocationId=properties["AllocationId"], InstanceId=properties["InstanceId"]
    )
    return answer["AssociationId"], {"Id": answer["AssociationId"]}


def disassociate(association, properties):
    call_ec2("DisassociateAddress", AssociationId=association)
