"""What commands of an operator may do with content; everybody else goes through the workflow."""

from portal.content.workflow.publishing import operator_clearance, publish_by_operator

__all__ = ["operator_clearance", "publish_by_operator"]
