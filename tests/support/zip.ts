import { crc32, deflateRawSync } from "node:zlib";

export type ZipFile = {
  name: string;
  data: Buffer | string;
  stored?: boolean;
  /** As if a password were needed. */
  locked?: boolean;
  /** What the archive says of its size, where that isn't true. */
  announced?: number;
};

const encrypted = 1;
const namesInUtf8 = 0x800;

/** An archive as programs write them: each file with its header, then the list of all. */
export function zipOf(files: ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const data = Buffer.from(file.data);
    const packed = file.stored ? data : deflateRawSync(data);
    const flags = namesInUtf8 + (file.locked ? encrypted : 0);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(file.stored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(file.announced ?? data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, name, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 3]);
    list.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), made, facts, end, name]));
    parts.push(local);
    offset += local.length;
  }
  const all = Buffer.concat(list);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(files.length, 4);
  tail.writeUInt16LE(files.length, 6);
  tail.writeUInt32LE(all.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, all, Buffer.from("PK\u0005\u0006"), tail]);
}
