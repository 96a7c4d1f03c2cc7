from api_call import call_ec2
from resource_type import is_unknown, register, tag_specification

TYPE = "AWS::EC2::NatGateway"


def is_needed():
    return is_unknown(TYPE)


def install():
    register(TYPE, create, delete)


def create(properties, logical_id, stack_name):
    answer = call_ec2(
        "CreateNatGateway",
        SubnetId=properties["SubnetId"],
        AllocationId=properties.get("AllocationId"),
        ConnectivityType=properties.get("ConnectivityType"),
        TagSpecifications=tag_specification("natgateway", properties),
    )
    gateway = answer["NatGateway"]["NatGatewayId"]
    return gateway, {"NatGatewayId": gateway}


def delete(gateway, properties):
    call_ec2("DeleteNatGateway", NatGatewayId=gateway)
