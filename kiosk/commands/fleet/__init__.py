"""Commands to publish content to many kiosks, and to receive it."""
