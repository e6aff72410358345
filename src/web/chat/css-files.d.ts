// Vite puts a style sheet that is imported into the build; the import itself gives nothing.
declare module '*.css' {}
