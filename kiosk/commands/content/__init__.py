"""Commands for the texts, such as check, preview, approve and transcript."""
