/** Limits that both sides keep. Each is refused in words; the server's are configurable (see server/config.ts). */
export const LIMITS = {
  noteTextLength: 10_000,
  notesOnCanvas: 1_000,
  documentBytes: 384 * 1024,
  membersInWorkshop: 500,
  rosterLines: 500,
  nameLength: 80,
  businessLength: 120,
  titleLength: 120,
  placeLength: 120,
  messagesPerSecond: 30,
  messageBurst: 60,
  connectionsPerRoom: 200,
} as const
