from api_call import call_ec2
from resource_type import is_unknown, register, tag_specification

TYPE = "AWS::EC2::FlowLog"


def is_needed():
    return is_unknown(TYPE)


def install():
    register(TYPE, create, delete)


def create(properties, logical_id, stack_name):
    taken = (
        "ResourceType",
        "TrafficType",
        "LogDestinationType",
        "LogDestination",
        "LogGroupName",
        "DeliverLogsPermissionArn",
        "LogFormat",
    )
    answer = call_ec2(
        "CreateFlowLogs",
        ResourceIds=[properties["ResourceId"]],
        TagSpecifications=tag_specification("vpc-flow-log", properties),
        **{name: properties[name] for name in taken if name in properties},
    )
    flow_log = answer["FlowLogIds"][0]
    return flow_log, {"Id": flow_log}


def delete(flow_log, properties):
    call_ec2("DeleteFlowLogs", FlowLogIds=[flow_log])
