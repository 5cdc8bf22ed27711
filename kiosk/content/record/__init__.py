"""The list of approvals: who approved or withdrew which exact text, and when. It is only added to."""
