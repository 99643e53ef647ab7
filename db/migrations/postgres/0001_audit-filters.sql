DROP INDEX "audit_entry_at";--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at","id","action","outcome","person","object");