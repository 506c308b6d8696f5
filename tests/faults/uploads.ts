import { randomUUID } from "node:crypto";
import { connect } from "node:net";

/** Where files are sent, and as whom. */
export type Served = { url: string; cookie: string };

export type Upload = {
  source: string;
  fileName: string;
  bytes: Buffer;
  /** What Content-Length says; the bytes' own unless told. */
  length?: number;
  operationId?: string;
};

export type Answered = { status: number; json: string };

/** Sends the whole of it as the browser does. @throws when the connection breaks */
export async function upload(product: Served, file: Upload): Promise<Answered> {
  const sending = beginUpload(product, file);
  sending.send(1);
  return await sending.answer;
}

/** An upload that is sent bit by bit, byte for byte as it is told to. */
export function beginUpload(product: Served, file: Upload) {
  const { host, hostname, port } = new URL(product.url);
  const query = new URLSearchParams({
    source: file.source,
    file: file.fileName,
    operation: file.operationId ?? randomUUID(),
  });
  const socket = connect(Number(port), hostname);
  const answer = answerOf(socket);
  // Whoever has not asked for the answer yet need not hear of a break.
  answer.catch(() => {});
  socket.write(
    [
      `POST /api/imports?${query} HTTP/1.1`,
      `Host: ${host}`,
      `Origin: ${product.url}`,
      `Cookie: ${product.cookie}`,
      "Content-Type: text/csv",
      `Content-Length: ${file.length ?? file.bytes.length}`,
      "Connection: close",
      "\r\n",
    ].join("\r\n"),
  );
  let sent = 0;
  return {
    /** Sends on until this share of it, 0-1, is sent. @returns whether that left the process */
    send: (share: number): Promise<void> => {
      const upTo = Math.floor(file.bytes.length * share);
      const part = file.bytes.subarray(sent, upTo);
      sent = upTo;
      return new Promise((resolve) => socket.write(part, () => resolve()));
    },
    /** Says that nothing more comes, and still listens. */
    finish: () => void socket.end(),
    drop: () => void socket.destroy(),
    answer,
  };
}

function answerOf(socket: ReturnType<typeof connect>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let text = "";
    const settle = (error: Error) => {
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
      const json = /\{.*\}/s.exec(text)?.[0] ?? "";
      if (status > 0) resolve({ status, json });
      else reject(error);
    };
    socket.setEncoding("utf8").on("data", (part) => {
      text += part;
    });
    socket.on("error", settle);
    socket.on("close", () => settle(new Error("the connection was closed without an answer")));
  });
}
