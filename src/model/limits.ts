/**
 * Limits that both sides keep; above each is refused in words. A server may be given others for the size of a document, for
 * members, messages and connections (server/config.ts); the rest stand as they are.
 */
export const LIMITS = {
  noteTextLength: 10_000,
  tagsOnNote: 5,
  tagLength: 24,
  joinsOfNote: 4,
  notesOnCanvas: 1_000,
  documentBytes: 384 * 1024,
  membersInWorkshop: 500,
  rosterLines: 500,
  nameLength: 80,
  businessLength: 120,
  titleLength: 120,
  placeLength: 120,
  tagsOfWorkshop: 20,
  colourNameLength: 40,
  messagesPerSecond: 30,
  messageBurst: 60,
  connectionsPerRoom: 200,
} as const
