import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true });

/** One request over a connection that stays open: milliseconds from its sending to the first byte of its answer’s body. */
export function firstByte(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    get(url, { agent, headers: { cookie, accept: "text/html" } }, (response) => {
      let ms = 0;
      response.on("data", () => {
        ms ||= performance.now() - begun;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(ms);
        else reject(new Error(`${url} answers ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}
