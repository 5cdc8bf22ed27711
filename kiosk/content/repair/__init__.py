"""Repairs of faulty files, tried before they are advised: the file is right after them, and no word is lost."""
