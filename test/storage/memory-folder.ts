/** As much of the origin's private file system as `fileStore` uses, in memory. */
export function memoryFolder(options: { quota?: number } = {}): FileSystemDirectoryHandle {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const missing = () => new DOMException('not there', 'NotFoundError');

  const handle = (name: string) => ({
    kind: 'file' as const,
    name,
    getFile: async () => new File([files.get(name) ?? new Uint8Array()], name),
    createWritable: async () => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      return new WritableStream<Uint8Array<ArrayBuffer>>({
        write(chunk) {
          parts.push(chunk);
          const size = parts.reduce((sum, part) => sum + part.length, 0);
          if (size > (options.quota ?? Infinity)) throw new DOMException('full', 'QuotaExceededError');
        },
        async close() {
          files.set(name, new Uint8Array(await new Blob(parts).arrayBuffer()));
        },
      });
    },
  });

  const folder = {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name)) {
        if (!create) throw missing();
        files.set(name, new Uint8Array());
      }
      return handle(name);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing();
    },
    async *entries() {
      for (const name of files.keys()) yield [name, handle(name)] as const;
    },
  };
  return folder as unknown as FileSystemDirectoryHandle;
}
