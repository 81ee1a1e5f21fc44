/** What an issue may have: mails with their pictures are large. */
export const MAX_ISSUE_BYTES = 12 * 1024 * 1024;

/** What any other request may have; a story's text as Markdown is the longest. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Base64 makes four bytes of three, and JSON adds a little. */
export const MAX_ISSUE_BODY_BYTES = Math.ceil(MAX_ISSUE_BYTES / 3) * 4 + 64 * 1024;
