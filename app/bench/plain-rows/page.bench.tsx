import { connection } from "next/server";

const rows = Array.from({ length: 50 }, (_, at) => at + 1);

/** Fifty plain rows, made anew each time: what pages of ours are measured beside. In the bench's build only. */
export default async function PlainRows() {
  await connection();
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <td>{row}</td>
            <td>Row {row}</td>
            <td>Planning</td>
            <td>{row * 7}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
