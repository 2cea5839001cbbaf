/** Whether an error may be gone the next time: there is no room, or another process writes. */
export function isPassing(error: unknown): boolean {
  return isFull(error) || /SQLITE_BUSY|database is locked/i.test(textOf(error));
}

/** Whether an error means that there is no room on the disk, or that it cannot be written. */
export function isFull(error: unknown): boolean {
  return /SQLITE_(FULL|IOERR)|ENOSPC|EDQUOT|EIO|disk is full|disk I\/O error/i.test(textOf(error));
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${"code" in error ? error.code : ""} ${error.message}` : "";
}
