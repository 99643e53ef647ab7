DROP INDEX "audit_event_at";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device" text;--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at","id","action","outcome","actor","object");