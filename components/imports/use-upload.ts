import { useRef, useState } from "react";
import { refusal, said } from "#components/form/said.ts";
import * as z from "#lib/browser-zod.ts";
import type { Params } from "#lib/errors.ts";

type Refusal = { key: string; params: Params };
type Upload =
  | { step: "idle"; refusal: Refusal | null }
  | { step: "sending"; sent: number; size: number };

/** Sends a file as it is, telling how much of it has left; fetch can't tell that. */
export function useUpload(onDone: (id: string) => void) {
  const [upload, setUpload] = useState<Upload>({ step: "idle", refusal: null });
  const request = useRef<XMLHttpRequest | null>(null);
  const refuse = (key: string, params: Params = {}) =>
    setUpload({ step: "idle", refusal: { key, params } });

  function send(file: File, query: URLSearchParams): void {
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    setUpload({ step: "sending", sent: 0, size: file.size });
    xhr.upload.onprogress = ({ loaded, total }) =>
      setUpload({ step: "sending", sent: loaded, size: total });
    xhr.onload = () => {
      const answer = read(xhr.responseText);
      if (xhr.status === 201 && answer.id) onDone(answer.id);
      else if (answer.error) refuse(answer.error.key, answer.error.params);
      else refuse("imports.upload.noConnection");
    };
    xhr.onerror = () => refuse("imports.upload.noConnection");
    xhr.onabort = () => setUpload({ step: "idle", refusal: null });
    xhr.open("POST", `/api/imports?${query}`);
    xhr.setRequestHeader("Content-Type", file.type || "text/csv");
    xhr.send(file);
  }

  return { upload, send, refuse, stop: () => request.current?.abort() };
}

const uploadSaid = z.object({ id: z.optional(z.guid()), error: z.optional(refusal) });

/** What the server said; nothing where that is no answer of ours, such as a proxy's page. */
function read(text: string): z.output<typeof uploadSaid> {
  try {
    return said(uploadSaid, JSON.parse(text));
  } catch {
    return {};
  }
}
